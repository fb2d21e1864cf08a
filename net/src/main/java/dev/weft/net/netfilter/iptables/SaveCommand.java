package dev.weft.net.netfilter.iptables;

import dev.weft.core.command.GetOpt;
import dev.weft.core.command.Session;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import dev.weft.net.netfilter.table.Table;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `iptables-save` and `ip6tables-save` (iptables-save(8)).
final class SaveCommand {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// The order in which nf_tables' tables are saved.
    private static final List<TableKind> NFT_ORDER =
            List.of(TableKind.MANGLE, TableKind.SECURITY, TableKind.RAW, TableKind.FILTER, TableKind.NAT);

    private final Tool tool;
    private final Session session;
    private boolean counters;
    private String table = "";
    private String file = "";

    SaveCommand(Tool tool, Session session) {
        this.tool = tool;
        this.session = session;
    }

    void run(List<String> words) {
        GetOpt options = new GetOpt(
                session.program(),
                "bcdt:M:f:V",
                List.of(
                        GetOpt.Long.flag("counters", 'c'),
                        GetOpt.Long.flag("version", 'V'),
                        GetOpt.Long.flag("dump", 'd'),
                        GetOpt.Long.with("table", 't'),
                        GetOpt.Long.with("modprobe", 'M'),
                        GetOpt.Long.with("file", 'f')),
                words);
        for (int option = options.next(); option != GetOpt.END; option = options.next()) {
            switch (option) {
                case 'c' -> counters = true;
                case 't' -> table = options.argument();
                case 'f' -> file = options.argument();
                case 'V' -> {
                    session.out(tool.nameAndVersion() + "\n");
                    session.exit(0);
                    return;
                }
                case GetOpt.WRONG -> {
                    fail(options.error() + "Look at manual page `" + tool.name() + ".8' for more information.\n");
                    return;
                }
                default -> {
                    // -b, -d, -M: nothing to do
                }
            }
        }
        if (!options.operands().isEmpty()) {
            fail("Unknown arguments found on commandline\n");
            return;
        }
        save();
    }

    private void fail(String text) {
        session.err(text);
        session.exit(1);
    }

    private void save() {
        String text = text();
        if (text == null) {
            return;
        }
        if (file.isEmpty()) {
            session.out(text);
            session.exit(0);
            return;
        }
        session.createFile(file, result -> {
            switch (result) {
                case Session.SinkResult.Opened(Session.ByteSink sink) -> {
                    sink.write(text.getBytes(StandardCharsets.UTF_8));
                    sink.close();
                    session.exit(0);
                }
                case Session.SinkResult.Failed(int errno, String message) ->
                    fail("Failed to open file, error: " + message + "\n");
            }
        });
    }

    private @Nullable String text() {
        Tables tables = Tables.of(session.namespace());
        StringBuilder text = new StringBuilder();
        if (table.isEmpty()) {
            List<TableKind> kinds = tool.isLegacy() ? tables.inUse(tool.family()) : NFT_ORDER;
            for (TableKind kind : kinds) {
                Table found = tables.find(tool.family(), kind);
                if (found != null && (tool.isLegacy() || found.isMade())) {
                    append(text, found);
                }
            }
            return text.toString();
        }
        TableKind kind = TableKind.of(table);
        if (kind == null) {
            fail(
                    tool.isLegacy()
                            ? tool.nameAndVersion()
                                    + ": Cannot initialize: Table does not exist (do you need to insmod?)\n"
                            : "Table `" + table + "' does not exist\n");
            return null;
        }
        append(text, tables.table(tool.family(), kind));
        return text.toString();
    }

    private void append(StringBuilder text, Table found) {
        NetNamespace namespace = session.namespace();
        long nanos = Network.of(namespace).clock().epochNanos();
        String date = DATE.format(Instant.ofEpochSecond(0, nanos));
        String variant = tool.isLegacy() ? "" : " (" + tool.personality().variant() + ")";
        text.append("# Generated by ")
                .append(tool.name())
                .append(" v")
                .append(Tool.VERSION)
                .append(variant);
        text.append(" on ").append(date).append('\n');
        text.append(RuleListing.save(found.rules(), counters));
        text.append("# Completed on ").append(date).append('\n');
    }
}
