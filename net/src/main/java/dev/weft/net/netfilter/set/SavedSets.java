package dev.weft.net.netfilter.set;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.ArrayList;
import java.util.List;

/// Saves the sets and what is in them, before the rules that refer to them.
public final class SavedSets implements Saver {
    @Override
    public String title() {
        return "Sets";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            List<IpSet> sets = Sets.of(namespace).all();
            new Listing(Listing.Mode.SAVE, false, false).print(sets).lines().forEach(line -> {
                List<String> command = new ArrayList<>(List.of("ipset"));
                command.addAll(LineWords.of(line));
                script.run(namespace, command);
            });
        }
    }
}
