package dev.weft.host.fuse;

import java.util.HashMap;
import java.util.Map;

/// The numbers by which the kernel speaks of paths, kept until it forgets them.
final class FuseNodes {
    static final long ROOT = 1;

    private final Map<Long, Node> byId = new HashMap<>();
    private final Map<String, Node> byPath = new HashMap<>();
    private long lastId = ROOT;

    private static final class Node {
        final long id;
        final String path;
        long lookups;

        Node(long id, String path) {
            this.id = id;
            this.path = path;
        }
    }

    FuseNodes() {
        put(new Node(ROOT, ""));
    }

    private Node put(Node node) {
        byId.put(node.id, node);
        byPath.put(node.path, node);
        return node;
    }

    String path(long id) {
        Node node = byId.get(id);
        return node == null ? "" : node.path;
    }

    String child(long directory, String name) {
        String path = path(directory);
        return path.isEmpty() ? name : path + "/" + name;
    }

    /// The path's number, which the kernel knows once more from now on.
    long lookedUp(String path) {
        Node known = byPath.get(path);
        Node node = known == null ? put(new Node(++lastId, path)) : known;
        node.lookups++;
        return node.id;
    }

    void forget(long id, long lookups) {
        Node node = byId.get(id);
        if (node == null || id == ROOT) {
            return;
        }
        node.lookups -= lookups;
        if (node.lookups <= 0) {
            byId.remove(id);
            byPath.remove(node.path);
        }
    }
}
