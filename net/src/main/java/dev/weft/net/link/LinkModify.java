package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `ip link add`, `set`, `replace` and `delete` (iproute2: `iplink_modify`; kernel: `rtnl_newlink`, `rtnl_dellink`).
final class LinkModify {
    /// What is to become of the device that the words name.
    enum Action {
        ADD,
        REPLACE,
        SET,
        DELETE
    }

    private static final int LONGEST_NAME = 15;
    private static final String SLAVE = "_slave";

    private final LinkTypes types;
    private final IpContext context;
    private final Action action;
    private final boolean creates;

    LinkModify(LinkTypes types, IpContext context, Action action) {
        this.types = types;
        this.context = context;
        this.action = action;
        this.creates = action == Action.ADD || action == Action.REPLACE;
    }

    void run(Args args) {
        LinkReader reader = new LinkReader(context, creates);
        LinkSpec spec = reader.read(args);
        Details details = details(reader, spec, args);
        if (creates && spec.type.isEmpty()) {
            throw CommandFailure.failed(1, "Not enough information: \"type\" argument is required\n");
        }
        if (spec.name.length() > LONGEST_NAME) {
            throw new KernelError(Errno.ERANGE, "Attribute failed policy validation");
        }
        switch (action) {
            case ADD, REPLACE -> add(spec, details);
            case SET -> targets(spec).forEach(device -> new LinkChange(context, device).apply(spec, details));
            case DELETE -> delete(spec);
        }
    }

    /// What stood behind `type`.
    ///
    /// @param type the kind, if it exists here
    /// @param port what is to be done to the device as a port
    record Details(
            Optional<LinkType> type,
            @Nullable LinkOptions options,
            @Nullable Consumer<NetDevice> port) {
        static final Details NONE = new Details(Optional.empty(), null, null);
    }

    private Details details(LinkReader reader, LinkSpec spec, Args args) {
        if (spec.type.isEmpty()) {
            return Details.NONE;
        }
        if (spec.type.endsWith(SLAVE)) {
            Optional<LinkType> type = types.find(spec.type.substring(0, spec.type.length() - SLAVE.length()));
            if (args.hasNext() && type.isEmpty()) {
                throw garbage(args);
            }
            return new Details(type, null, args.hasNext() ? type.orElseThrow().readPort(reader, args) : null);
        }
        Optional<LinkType> type = types.find(spec.type);
        if (type.isEmpty() && args.hasNext() && !LinkTypes.isKnown(spec.type)) {
            throw garbage(args);
        }
        return new Details(
                type,
                type.isPresent() && (creates || args.hasNext()) ? type.get().read(reader, args) : null,
                null);
    }

    private static CommandFailure garbage(Args args) {
        if (args.matches("help")) {
            return LinkHelp.failure();
        }
        return CommandFailure.failed(
                1, "Garbage instead of arguments \"" + args.peek() + " ...\". Try \"ip link help\".\n");
    }

    // ---- add

    private void add(LinkSpec spec, Details details) {
        NetNamespace home = context.namespace();
        NetNamespace namespace = spec.namespace(context);
        NetDevice present = present(spec, namespace == null ? home : namespace);
        if (present != null) {
            // Replacing what is there is in the language, and refused by the kernel.
            throw new KernelError(action == Action.ADD ? Errno.EEXIST : Errno.EOPNOTSUPP);
        }
        LinkOptions options = details.options();
        if (details.type().isEmpty() || options == null) {
            throw new KernelError(Errno.EOPNOTSUPP, "Unknown device type");
        }
        NetNamespace linkHome = spec.linkNamespace == null ? home : spec.linkNamespace;
        LinkRequest request = new LinkRequest(linkHome, namespace == null ? home : namespace, spec);
        Network.of(home).claim(request.namespace());
        NetDevice device = options.create(request);
        Links.register(device, spec.index);
        options.created(device);
        request.complete(device);
    }

    private static @Nullable NetDevice present(LinkSpec spec, NetNamespace namespace) {
        NetDevice byIndex = spec.index == 0 ? null : namespace.device(spec.index);
        return byIndex != null || spec.name.isEmpty() ? byIndex : namespace.device(spec.name);
    }

    // ---- set and delete

    private List<NetDevice> targets(LinkSpec spec) {
        if (!spec.dev.isEmpty()) {
            return List.of(Devices.require(context.namespace(), spec.dev));
        }
        int group = Objects.requireNonNull(spec.group);
        return context.namespace().devices().stream()
                .filter(device -> device.settings().group() == group)
                .toList();
    }

    private void delete(LinkSpec spec) {
        List<NetDevice> targets = targets(spec);
        if (targets.isEmpty()) {
            throw new KernelError(Errno.ENODEV);
        }
        if (targets.stream().anyMatch(device -> Links.typeOf(device) == null)) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
        targets.forEach(Links::delete);
    }
}
