package dev.weft.net.ip.rule;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.List;

/// Saves the rules by which routing tables are chosen.
public final class SavedRules implements Saver {
    @Override
    public String title() {
        return "Rules";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            script.match(
                    namespace,
                    rules(namespace),
                    rules(script.copyOf(namespace)),
                    words -> "ip rule del " + words,
                    words -> "ip rule add " + words);
        }
    }

    private static List<String> rules(NetNamespace namespace) {
        return PolicyRules.of(namespace).list().stream().map(RulePrinter::words).toList();
    }
}
