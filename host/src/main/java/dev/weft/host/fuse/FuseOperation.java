package dev.weft.host.fuse;

/// What can be asked of a file system (enum fuse_opcode).
enum FuseOperation {
    LOOKUP(1),
    FORGET(2),
    GETATTR(3),
    SETATTR(4),
    READLINK(5),
    SYMLINK(6),
    MKNOD(8),
    MKDIR(9),
    UNLINK(10),
    RMDIR(11),
    RENAME(12),
    LINK(13),
    OPEN(14),
    READ(15),
    WRITE(16),
    STATFS(17),
    RELEASE(18),
    FSYNC(20),
    FLUSH(25),
    INIT(26),
    OPENDIR(27),
    READDIR(28),
    RELEASEDIR(29),
    FSYNCDIR(30),
    CREATE(35),
    INTERRUPT(36),
    DESTROY(38),
    BATCH_FORGET(42),
    RENAME2(45),
    UNKNOWN(-1);

    private static final FuseOperation[] BY_OPCODE = new FuseOperation[64];

    static {
        for (FuseOperation operation : values()) {
            if (operation.opcode >= 0) {
                BY_OPCODE[operation.opcode] = operation;
            }
        }
    }

    private final int opcode;

    FuseOperation(int opcode) {
        this.opcode = opcode;
    }

    static FuseOperation of(int opcode) {
        FuseOperation known = opcode >= 0 && opcode < BY_OPCODE.length ? BY_OPCODE[opcode] : null;
        return known == null ? UNKNOWN : known;
    }
}
