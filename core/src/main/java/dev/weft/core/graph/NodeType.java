package dev.weft.core.graph;

import java.util.List;
import java.util.function.Supplier;

/// A kind of node as the list of built-ins and plugins give it.
///
/// @param name the node's name, unique in the graph
/// @param kernelFunctions the functions of Linux that the node stands for, in the order in which a packet meets them
/// @param factory makes the instance of one worker
public record NodeType(String name, List<String> kernelFunctions, Supplier<? extends Node> factory) {
    static final NodeType UNBOUND = new NodeType("(unbound)", List.of(), () -> {
        throw new IllegalStateException("not a type");
    });

    public static NodeType of(String name, Supplier<? extends Node> factory, String... kernelFunctions) {
        return new NodeType(name, List.of(kernelFunctions), factory);
    }
}
