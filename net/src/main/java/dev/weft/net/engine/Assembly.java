package dev.weft.net.engine;

import dev.weft.core.command.Command;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.GraphPlan;
import dev.weft.core.graph.Idler;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Worker;
import dev.weft.core.time.Clock;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Notifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A virtual network put together from everything that is built in: what [Engine] and the Lab share.
public final class Assembly {
    private final Network network;
    private final List<Worker> workers;
    private final Map<String, Command> commands;

    /// What may differ from one network to the next.
    ///
    /// @param seed of all randomness
    /// @param vectorSize packets a frame, 1 to 256
    /// @param moreNodes from plugins and tests
    public record Options(long seed, int vectorSize, Collection<NodeType> moreNodes) {
        public static Options withSeed(long seed) {
            return new Options(seed, Frame.CAPACITY, List.of());
        }
    }

    public Assembly(Options options, Clock clock, Idler... idlers) {
        List<NodeType> nodes = new ArrayList<>(BuiltinNodes.ALL);
        nodes.addAll(options.moreNodes());
        GraphPlan plan = new GraphPlan(nodes);
        Worker[] made = Worker.create(plan, clock, options.vectorSize(), idlers);
        workers = List.of(made);
        network = new Network(plan, made, new SplittableRandom(options.seed()));
        for (Notifier.Listener listener : BuiltinListeners.ALL) {
            network.notifier().add(listener);
        }
        BuiltinSysctls.ALL.forEach(network.sysctls()::add);
        commands = BuiltinCommands.of(network);
    }

    public Network network() {
        return network;
    }

    public List<Worker> workers() {
        return workers;
    }

    /// The commands by name.
    public Map<String, Command> commands() {
        return commands;
    }
}
