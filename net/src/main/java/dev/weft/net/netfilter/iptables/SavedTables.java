package dev.weft.net.netfilter.iptables;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Table;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Tables;
import java.util.ArrayList;
import java.util.List;

/// Saves the packet filter: policies, chains of one's own, and rules.
public final class SavedTables implements Saver {
    @Override
    public String title() {
        return "Packet filter";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            Tables tables = Tables.of(namespace);
            for (HookFamily family : List.of(HookFamily.IPV4, HookFamily.IPV6)) {
                for (TableKind kind : tables.inUse(family).stream().sorted().toList()) {
                    save(script, namespace, tables.table(family, kind));
                }
            }
        }
    }

    private static void save(Rebuild script, NetNamespace namespace, Table table) {
        String program = table.family() == HookFamily.IPV4 ? "iptables" : "ip6tables";
        RuleListing.save(table.rules(), false).lines().forEach(line -> {
            List<String> order = order(line);
            if (!order.isEmpty()) {
                List<String> command =
                        new ArrayList<>(List.of(program, "-t", table.kind().text()));
                command.addAll(order);
                script.run(namespace, command);
            }
        });
    }

    /// What a line of `iptables-save` asks for: `:INPUT DROP [0:0]`, `:mine - [0:0]`, `-A mine -j DROP`.
    private static List<String> order(String line) {
        if (line.startsWith("-A ")) {
            return LineWords.split(line, 0);
        }
        if (!line.startsWith(":")) {
            return List.of();
        }
        String[] words = line.substring(1).split(" ");
        return switch (words[1]) {
            case "-" -> List.of("-N", words[0]);
            case "ACCEPT" -> List.of();
            default -> List.of("-P", words[0], words[1]);
        };
    }
}
