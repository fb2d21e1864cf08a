package dev.weft.app.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// `CompareWeft [NAME-OR-FOLDER…]`: runs scripts on Weft and prints how its transcripts differ from Linux's.
final class CompareWeft {
    private static final int AT_ONCE = 3;

    private CompareWeft() {}

    public static void main(String[] names) throws Exception {
        List<OracleScript> scripts = OracleScript.all().stream()
                .filter(script -> names.length == 0 || Stream.of(names).anyMatch(script.name()::startsWith))
                .toList();
        var differing = new ArrayList<String>();
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var tasks = scripts.stream()
                    .<Callable<String>>map(script -> () -> compare(script))
                    .toList();
            var results = executor.invokeAll(tasks);
            for (int i = 0; i < scripts.size(); i++) {
                String difference = results.get(i).get();
                System.out.println((difference.isEmpty() ? "same     " : "DIFFERS  ") + scripts.get(i));
                System.out.print(difference);
                if (!difference.isEmpty()) {
                    differing.add(scripts.get(i).name());
                }
            }
        }
        System.out.printf("%d of %d are the same%n", scripts.size() - differing.size(), scripts.size());
        differing.forEach(name -> System.out.println("  " + name));
        System.exit(differing.isEmpty() ? 0 : 1);
    }

    private static String compare(OracleScript script) {
        return Difference.between(script, script.expected(), Weft.transcript(script));
    }
}
