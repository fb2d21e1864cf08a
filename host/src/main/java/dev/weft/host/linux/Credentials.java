package dev.weft.host.linux;

/// The process at the other end of a Unix socket, in the ids of this process's namespaces (struct ucred).
public record Credentials(int pid, int uid, int gid) {}
