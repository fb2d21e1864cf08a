package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpProtocolNames;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.link.Devices;
import org.jspecify.annotations.Nullable;

/// What `ip route get` is asked (iproute2: `iproute_get`).
final class RouteQuestion {
    private final IpContext context;
    private AddressFamily family;
    private @Nullable InetPrefix destination;
    private @Nullable String inputName;
    private @Nullable String outputName;
    int source;
    int tos;
    int mark;
    int protocol;
    int sourcePort;
    int destinationPort;

    @Nullable
    Integer uid;

    boolean connected;
    boolean notify;
    boolean fibMatch;

    @Nullable
    NetDevice inputDevice;

    @Nullable
    NetDevice outputDevice;

    RouteQuestion(IpContext context) {
        this.context = context;
        this.family = context.options().family();
    }

    AddressFamily family() {
        return family == AddressFamily.UNSPEC ? AddressFamily.INET : family;
    }

    int destination() {
        return destination == null ? 0 : destination.ip4().bits();
    }

    /// Takes all words.
    RouteQuestion read(Args args) {
        while (args.hasNext()) {
            if (!readSwitch(args) && !readNumber(args)) {
                readAddress(args);
            }
        }
        if (destination == null) {
            throw CommandFailure.failed(1, "need at least a destination address\n");
        }
        inputDevice = inputName == null ? null : Devices.require(context.namespace(), inputName);
        outputDevice = outputName == null ? null : Devices.require(context.namespace(), outputName);
        return this;
    }

    private boolean readSwitch(Args args) {
        if (args.takeAbbreviated("notify")) {
            notify = true;
        } else if (args.takeAbbreviated("connected")) {
            connected = true;
        } else if (args.takeAbbreviated("fibmatch")) {
            fibMatch = true;
        } else if (args.takeAbbreviated("iif")) {
            inputName = args.next();
        } else if (args.takeAbbreviated("oif") || args.take("dev")) {
            outputName = args.next();
        } else {
            return false;
        }
        return true;
    }

    private boolean readNumber(Args args) {
        if (args.take("tos") || args.takeAbbreviated("dsfield")) {
            String word = args.next();
            tos = NameTable.DSFIELD.number(word).orElseThrow(() -> Args.invalid("TOS value is invalid\n", word));
        } else if (args.takeAbbreviated("mark")) {
            mark = (int) args.nextU32("mark value is invalid\n");
        } else if (args.takeAbbreviated("uid")) {
            uid = (int) args.nextU32("invalid UID\n");
        } else if (args.takeAbbreviated("sport")) {
            sourcePort = args.nextU16("invalid sport\n");
        } else if (args.takeAbbreviated("dport")) {
            destinationPort = args.nextU16("invalid dport\n");
        } else if (args.takeAbbreviated("ipproto")) {
            String word = args.next();
            protocol =
                    IpProtocolNames.number(word).orElseThrow(() -> Args.invalid("Invalid \"ipproto\" value\n", word));
        } else {
            return false;
        }
        return true;
    }

    private void readAddress(Args args) {
        boolean isSource = args.takeAbbreviated("from");
        boolean unused = !isSource && args.take("to");
        if (args.matches("help")) {
            throw RouteHelp.failure();
        }
        InetPrefix address = InetPrefix.prefix(args.next(), family);
        if (family == AddressFamily.UNSPEC) {
            family = address.family();
        }
        if (isSource) {
            source = address.ip4().bits();
            return;
        }
        destination = address;
        if (family == AddressFamily.INET && address.length() != 32) {
            context.session()
                    .err("Warning: /" + address.length() + " as prefix is invalid, only /32 (or none) is supported.\n");
        }
    }

    /// The question as the kernel asks it.
    Ip4Flow flow() {
        Ip4Flow flow = new Ip4Flow().clear().to(destination()).from(source);
        flow.tos = tos;
        flow.mark = mark;
        flow.protocol = protocol;
        flow.sourcePort = sourcePort;
        flow.destinationPort = destinationPort;
        NetDevice output = outputDevice;
        if (output != null) {
            flow.out(output.index());
        }
        NetDevice input = inputDevice;
        if (input != null) {
            flow.inputDevice = input.index();
        }
        Integer user = uid;
        flow.uid = user != null ? user : input == null ? 0 : Ip4Flow.NO_UID;
        return flow;
    }
}
