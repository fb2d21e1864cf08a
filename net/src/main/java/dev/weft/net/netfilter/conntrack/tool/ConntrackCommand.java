package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Expectation;
import java.util.ArrayList;
import java.util.List;

/// `conntrack`, as conntrack-tools 1.4.7 has it: lists, changes and follows the connections of a namespace.
public final class ConntrackCommand implements Command {
    /// Whom news of changes by command name as their author.
    static final int PORT_ID = 4242;

    @Override
    public String name() {
        return "conntrack";
    }

    @Override
    public String summary() {
        return "list, change and follow tracked connections";
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            run(session, ToolOptions.read(words));
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    private static void run(Session session, ToolOptions options) {
        Conntrack conntrack = Conntrack.of(session.namespace());
        conntrack.refreshTime();
        boolean expectations = options.table.equals("expect");
        switch (options.verb) {
            case 'L' -> {
                if (expectations) {
                    listExpectations(session, conntrack);
                } else {
                    list(session, conntrack, options);
                }
            }
            case 'G' -> get(session, conntrack, options);
            case 'I' -> insert(session, conntrack, options);
            case 'U' -> update(session, conntrack, options);
            case 'D' -> delete(session, conntrack, options);
            case 'F' -> flush(session, conntrack, expectations);
            case 'C' -> {
                int count = expectations
                        ? conntrack.expectations().list().size()
                        : conntrack.connections().size();
                session.out(count + "\n");
                session.exit(0);
            }
            case 'S' -> {
                session.out(StatisticsText.of(conntrack, expectations));
                session.exit(0);
            }
            case 'E' -> new EventStream(session, conntrack, options).start();
            case 'V' -> {
                session.out(ToolOptions.VERSION + "\n");
                session.exit(0);
            }
            default -> {
                session.out(ToolUsage.TEXT);
                session.exit(0);
            }
        }
    }

    private static void say(Session session, String text) {
        session.err(ToolOptions.VERSION + ": " + text + "\n");
    }

    /// The connections that the options mean, in the order of the table.
    private static List<Integer> meant(Conntrack conntrack, ToolOptions options, boolean byMark) {
        List<Integer> slots = new ArrayList<>();
        conntrack.forEach(slot -> {
            if (options.wanted.matches(conntrack, slot, byMark)) {
                slots.add(slot);
            }
        });
        return slots;
    }

    private static ConnectionText.Style style(ToolOptions options, int use) {
        return new ConnectionText.Style(options.output.contains("extended"), options.output.contains("id"), use);
    }

    private static void print(Session session, Conntrack conntrack, int slot, ToolOptions options, int use) {
        String line = options.output.contains("save")
                ? SaveText.of(conntrack, slot)
                : ConnectionText.of(conntrack, slot, style(options, use));
        session.out(line + "\n");
    }

    private static void list(Session session, Conntrack conntrack, ToolOptions options) {
        boolean others = options.table.equals("dying") || options.table.equals("unconfirmed");
        List<Integer> slots = others ? List.of() : meant(conntrack, options, true);
        for (int slot : slots) {
            print(session, conntrack, slot, options, 1);
            if (options.zero) {
                conntrack.clearCounters(slot);
            }
        }
        say(session, slots.size() + " flow entries have been shown.");
        session.exit(0);
    }

    private static void listExpectations(Session session, Conntrack conntrack) {
        List<Expectation> all = conntrack.expectations().list();
        for (Expectation expectation : all) {
            session.out(ExpectationText.of(conntrack, expectation) + "\n");
        }
        say(session, all.size() + " expectations have been shown.");
        session.exit(0);
    }

    private static void get(Session session, Conntrack conntrack, ToolOptions options) {
        needProtocol(options);
        Wanted wanted = options.wanted;
        needTuple(wanted);
        Connections connections = conntrack.connections();
        int entry = connections.find(wanted.originalAddresses(), wanted.originalKey());
        if (entry == 0 || !connections.has(entry >>> 1, ConnectionStatus.CONFIRMED)) {
            throw failed("such conntrack doesn't exist");
        }
        print(session, conntrack, entry >>> 1, options, 2);
        say(session, "1 flow entries have been shown.");
        session.exit(0);
    }

    /// What tells one connection from another has to be said in full.
    private static void needTuple(Wanted wanted) {
        if (wanted.protocol == IpProtocol.ICMP) {
            if (wanted.icmpType == null || wanted.icmpCode == null) {
                String lacks = wanted.icmpType == null ? "type" : "code";
                throw ToolOptions.parameter("You need to supply the `--icmp-" + lacks + "' option for this command");
            }
        } else if (wanted.hasPorts()) {
            boolean original = wanted.ports[0] != null && wanted.ports[1] != null;
            boolean reply = wanted.ports[2] != null && wanted.ports[3] != null;
            if (!original && !reply) {
                throw ToolOptions.parameter("you have to specify `--sport' and `--dport'");
            }
        }
    }

    private static void needProtocol(ToolOptions options) {
        if (options.wanted.protocol == 0) {
            throw ToolOptions.parameter("You need to supply the `--protonum' option for this command");
        }
    }

    private static CommandFailure failed(String text) {
        return CommandFailure.exit(1, ToolOptions.VERSION + ": Operation failed: " + text + "\n");
    }

    private static void insert(Session session, Conntrack conntrack, ToolOptions options) {
        Wanted wanted = options.wanted;
        boolean original = wanted.addresses[0] != null && wanted.addresses[1] != null;
        boolean reply = wanted.addresses[2] != null && wanted.addresses[3] != null;
        if (!original && !reply) {
            throw ToolOptions.parameter("you have to specify `--src' and `--dst'");
        }
        if (wanted.timeout == null) {
            throw ToolOptions.parameter("You need to supply the `--timeout' option for this command");
        }
        needProtocol(options);
        if (wanted.protocol == IpProtocol.TCP && wanted.state == null) {
            throw ToolOptions.parameter("You need to supply the `--state' option for this command");
        }
        needTuple(wanted);
        Connections connections = conntrack.connections();
        long addresses = wanted.originalAddresses();
        long key = wanted.originalKey();
        if (connections.find(addresses, key) != 0
                || connections.find(wanted.replyAddresses(), wanted.replyKey()) != 0) {
            throw failed("Such conntrack exists, try -U to update");
        }
        int span = Jiffies.ofSeconds(wanted.timeout);
        int state = wanted.state == null ? 0 : wanted.state;
        int mark = wanted.mark == null ? 0 : wanted.mark;
        int slot = conntrack.insert(addresses, key, wanted.replyAddresses(), wanted.replyKey(), span, state);
        if (slot == 0) {
            throw failed("No buffer space available");
        }
        conntrack.addStatus(slot, wanted.status);
        conntrack.announce(slot, mark, PORT_ID);
        say(session, "1 flow entries have been created.");
        session.exit(0);
    }

    private static void update(Session session, Conntrack conntrack, ToolOptions options) {
        Wanted wanted = options.wanted;
        List<Integer> slots = meant(conntrack, options, false);
        int updated = 0;
        for (int slot : slots) {
            int before = conntrack.connections().status(slot);
            if ((wanted.status & ~before & ConnectionStatus.EXPECTED) != 0) {
                throw failed("Device or resource busy");
            }
            int mark = wanted.mark == null
                    ? conntrack.connections().mark(slot)
                    : conntrack.connections().mark(slot) & ~wanted.markMask | wanted.mark;
            if (wanted.timeout == null
                    && (wanted.status & ~before) == 0
                    && mark == conntrack.connections().mark(slot)) {
                continue;
            }
            conntrack.addStatus(slot, wanted.status);
            if (wanted.timeout != null) {
                conntrack.timeoutInSeconds(slot, wanted.timeout);
            }
            conntrack.changed(slot, mark, PORT_ID);
            if (updated == 0) {
                print(session, conntrack, slot, options, 2); // the tool shows the first alone
            }
            updated++;
        }
        say(session, updated + " flow entries have been updated.");
        session.exit(updated > 0 ? 0 : 1);
    }

    private static void delete(Session session, Conntrack conntrack, ToolOptions options) {
        List<Integer> slots = meant(conntrack, options, true);
        for (int slot : slots) {
            print(session, conntrack, slot, options, 1);
            conntrack.kill(slot, PORT_ID);
        }
        say(session, slots.size() + " flow entries have been deleted.");
        session.exit(slots.isEmpty() ? 1 : 0);
    }

    private static void flush(Session session, Conntrack conntrack, boolean expectations) {
        if (expectations) {
            conntrack.expectations().clear();
            say(session, "expectation table has been emptied.");
        } else {
            conntrack.forEach(slot -> conntrack.kill(slot, PORT_ID));
            say(session, "connection tracking table has been emptied.");
        }
        session.exit(0);
    }
}
