package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import java.util.ArrayList;
import java.util.List;

/// `ip link property { add | del } dev DEV altname NAME …` (iproute2: `iplink_prop_mod`).
final class LinkProperty {
    private LinkProperty() {}

    static void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            throw LinkHelp.failure();
        }
        if (args.takeAbbreviated("add")) {
            change(context, args, true);
        } else if (args.takeAbbreviated("del")) {
            change(context, args, false);
        } else if (args.takeAbbreviated("help")) {
            throw LinkHelp.failure();
        } else {
            throw CommandFailure.exit(255, "Operator required\n");
        }
    }

    private static void change(IpContext context, Args args, boolean add) {
        String dev = "";
        List<String> names = new ArrayList<>();
        while (args.hasNext()) {
            if (args.take("altname")) {
                names.add(alternativeName(args.next()));
                continue;
            }
            if (args.matches("help")) {
                throw LinkHelp.failure();
            }
            boolean unused = args.take("dev");
            if (!dev.isEmpty()) {
                throw Args.duplicateOrGarbage("dev", args.next());
            }
            dev = args.next();
        }
        if (dev.isEmpty()) {
            throw CommandFailure.exit(255, "Not enough of information: \"dev\" argument is required.\n");
        }
        NetDevice device = Devices.require(context.namespace(), dev);
        for (String name : names) {
            if (add) {
                LinkNames.addAlternative(device, name);
            } else {
                LinkNames.removeAlternative(device, name);
            }
        }
    }

    private static String alternativeName(String word) {
        if (!Devices.isAlternativeName(word)) {
            throw Args.invalid("not a valid altname", word);
        }
        return word;
    }
}
