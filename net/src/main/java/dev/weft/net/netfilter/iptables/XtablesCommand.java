package dev.weft.net.netfilter.iptables;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.TargetType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commands of the iptables family under all their names (xtables-legacy(8), xtables-nft(8)).
public final class XtablesCommand implements Command {
    private enum Part {
        MAIN,
        SAVE,
        RESTORE
    }

    private record Applet(HookFamily family, Part part, Personality personality) {}

    private static final String LEGACY_MULTI = "xtables-legacy-multi";
    private static final String NFT_MULTI = "xtables-nft-multi";
    private static final Map<String, Applet> APPLETS = applets();

    /// Every name under which one of them is found.
    public static final List<String> NAMES = names();

    private final String name;
    private final Map<HookFamily, Extensions> extensions = new LinkedHashMap<>();

    public XtablesCommand(String name, List<MatchType> matches, List<TargetType> targets) {
        this.name = name;
        for (HookFamily family : List.of(HookFamily.IPV4, HookFamily.IPV6)) {
            extensions.put(family, new Extensions(family, matches, targets));
        }
    }

    private static Map<String, Applet> applets() {
        Map<String, Applet> applets = new LinkedHashMap<>();
        for (HookFamily family : List.of(HookFamily.IPV4, HookFamily.IPV6)) {
            String base = family == HookFamily.IPV4 ? "iptables" : "ip6tables";
            for (String variant : List.of("", "-legacy", "-nft")) {
                Personality personality = variant.equals("-nft") ? Personality.NFT : Personality.LEGACY;
                applets.put(base + variant, new Applet(family, Part.MAIN, personality));
                applets.put(base + variant + "-save", new Applet(family, Part.SAVE, personality));
                applets.put(base + variant + "-restore", new Applet(family, Part.RESTORE, personality));
            }
        }
        return applets;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(APPLETS.keySet());
        names.add(LEGACY_MULTI);
        names.add(NFT_MULTI);
        return List.copyOf(names);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        if (name.endsWith("-multi")) {
            return "the commands of iptables by their first word";
        }
        return name.endsWith("-save")
                ? "print the rules of the packet filter"
                : name.endsWith("-restore") ? "put saved rules in force" : "show and change the packet filter";
    }

    @Override
    public void run(Session session, List<String> words) {
        boolean multi = name.equals(LEGACY_MULTI) || name.equals(NFT_MULTI);
        if (!multi) {
            run(session, name, name.contains("-nft"), words);
            return;
        }
        boolean nft = name.equals(NFT_MULTI);
        String applet = words.isEmpty() ? "" : applet(words.getFirst());
        if (APPLETS.containsKey(applet)) {
            run(session, applet, nft, words.subList(1, words.size()));
            return;
        }
        StringBuilder text = new StringBuilder("ERROR: No valid subcommand given.\nValid subcommands:\n");
        APPLETS.keySet().stream()
                .filter(candidate -> candidate.contains("-nft") == (nft && candidate.contains("-nft")))
                .forEach(candidate -> text.append(" * ").append(candidate).append('\n'));
        session.err(text.toString());
        session.exit(1);
    }

    /// The short words that the dispatchers know too.
    private static String applet(String word) {
        return switch (word) {
            case "main4" -> "iptables";
            case "save4" -> "iptables-save";
            case "restore4" -> "iptables-restore";
            case "main6" -> "ip6tables";
            case "save6" -> "ip6tables-save";
            case "restore6" -> "ip6tables-restore";
            default -> word;
        };
    }

    private void run(Session session, String calledAs, boolean nft, List<String> words) {
        Applet applet = APPLETS.getOrDefault(calledAs, new Applet(HookFamily.IPV4, Part.MAIN, Personality.LEGACY));
        Personality personality = nft ? Personality.NFT : applet.personality;
        String base = applet.family == HookFamily.IPV4 ? "iptables" : "ip6tables";
        Extensions known = extensions.get(applet.family);
        if (known == null) {
            throw new IllegalStateException("no extensions for " + applet.family);
        }
        switch (applet.part) {
            case MAIN -> new IptablesCommand(new Tool(base, applet.family, personality), known, session, words).run();
            case SAVE -> {
                String called = nft ? calledAs : base + "-save";
                new SaveCommand(new Tool(called, applet.family, personality), session).run(words);
            }
            case RESTORE -> {
                String called = nft ? calledAs : base + "-restore";
                new RestoreCommand(new Tool(called, applet.family, personality), known, session).run(words);
            }
        }
    }
}
