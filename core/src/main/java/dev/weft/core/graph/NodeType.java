package dev.weft.core.graph;

import java.util.List;
import java.util.function.Supplier;

/// A kind of node as the list of built-ins and plugins give it.
///
/// @param name the node's name, unique in the graph
/// @param kernelFunctions the functions of Linux that the node stands for, in the order in which a packet meets them
/// @param factory makes the instance of one worker
/// @param behind nodes that send packets here because a device, a feature or a hook says so, and not by an arc of their
/// own; for those who draw the graph
public record NodeType(
        String name, List<String> kernelFunctions, Supplier<? extends Node> factory, List<String> behind) {
    static final NodeType UNBOUND = of("(unbound)", () -> {
        throw new IllegalStateException("not a type");
    });

    public static NodeType of(String name, Supplier<? extends Node> factory, String... kernelFunctions) {
        return new NodeType(name, List.of(kernelFunctions), factory, List.of());
    }

    /// The same, which packets also come to from these nodes.
    public NodeType behind(String... nodes) {
        return new NodeType(name, kernelFunctions, factory, List.of(nodes));
    }
}
