package dev.weft.net.link.bridge;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.command.Session;
import java.util.List;

/// `brctl` of bridge-utils 1.7: shows and changes bridges.
public final class BrctlCommand implements Command {
    private static final List<GetOpt.Long> LONG_OPTIONS =
            List.of(GetOpt.Long.flag("help", 'h'), GetOpt.Long.flag("version", 'V'));

    @Override
    public String name() {
        return "brctl";
    }

    @Override
    public String summary() {
        return "show and change bridges";
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            session.exit(execute(session, words));
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    private static int execute(Session session, List<String> words) {
        GetOpt options = new GetOpt(session.program(), "Vh", LONG_OPTIONS, words);
        for (int option = options.next(); option != GetOpt.END; option = options.next()) {
            switch (option) {
                case 'h' -> {
                    return help(session, 0);
                }
                case 'V' -> {
                    session.out("bridge-utils, 1.7\n");
                    return 0;
                }
                default -> {
                    session.err(options.error() + "Unknown option '?'\n");
                    return help(session, 1);
                }
            }
        }
        List<String> operands = options.operands();
        if (operands.isEmpty()) {
            return help(session, 1);
        }
        BrctlVerb verb = BrctlVerb.of(operands.getFirst()).orElse(null);
        if (verb == null) {
            session.err("never heard of command [" + operands.getFirst() + "]\n");
            return help(session, 1);
        }
        List<String> rest = operands.subList(1, operands.size());
        if (rest.size() < verb.leastWords()) {
            session.out(verb.misuse());
            return 1;
        }
        return run(session, verb, rest);
    }

    private static int help(Session session, int status) {
        session.out(BrctlVerb.usage());
        return status;
    }

    private static int run(Session session, BrctlVerb verb, List<String> words) {
        BrctlShow show = new BrctlShow(session);
        BrctlChange change = new BrctlChange(session.namespace());
        switch (verb) {
            case SHOW -> {
                return show.list(words);
            }
            case SHOWMACS -> show.addresses(words.getFirst());
            case SHOWSTP -> show.spanningTree(words.getFirst());
            case ADDBR -> change.addBridge(words.getFirst());
            case DELBR -> change.deleteBridge(words.getFirst());
            case ADDIF -> words.subList(1, words.size()).forEach(port -> change.addPort(words.getFirst(), port));
            case DELIF -> words.subList(1, words.size()).forEach(port -> change.deletePort(words.getFirst(), port));
            case STP -> change.stp(words.getFirst(), words.get(1));
            case SETAGEING -> change.time(BridgeAttribute.AGEING_TIME, "ageing time", words);
            case SETFD -> change.time(BridgeAttribute.FORWARD_DELAY, "forward delay", words);
            case SETHELLO -> change.time(BridgeAttribute.HELLO_TIME, "hello timer", words);
            case SETMAXAGE -> change.time(BridgeAttribute.MAX_AGE, "max age", words);
            case SETBRIDGEPRIO -> change.priority(words.getFirst(), words.get(1));
            case SETPATHCOST -> change.pathCost(words.getFirst(), words.get(1), words.get(2));
            case SETPORTPRIO -> change.portPriority(words.getFirst(), words.get(1), words.get(2));
            case HAIRPIN -> change.hairpin(words.getFirst(), words.get(1), words.get(2));
        }
        return 0;
    }
}
