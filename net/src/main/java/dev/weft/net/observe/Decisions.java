package dev.weft.net.observe;

import dev.weft.net.iproute.JsonWriter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Turns the records that nodes write about their decisions into words and into JSON.
///
/// A record that says in `toString` how it wants to be told is taken at its word; of any other the name and the
/// components are told.
final class Decisions {
    private Decisions() {}

    static String text(Record decision) {
        String own = decision.toString();
        String name = decision.getClass().getSimpleName();
        if (!own.startsWith(name + "[")) {
            return own;
        }
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : decision.getClass().getRecordComponents()) {
            parts.add(words(component.getName()) + " " + value(decision, component));
        }
        return words(name) + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    static void json(Record decision, JsonWriter json) {
        json.openObject();
        json.name("decision");
        json.string(words(decision.getClass().getSimpleName()));
        for (RecordComponent component : decision.getClass().getRecordComponents()) {
            Object value = value(decision, component);
            json.name(component.getName());
            if (value instanceof Number || value instanceof Boolean) {
                json.raw(value.toString());
            } else {
                json.string(String.valueOf(value));
            }
        }
        json.closeObject();
    }

    private static Object value(Record decision, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            Object value = accessor.invoke(decision);
            return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
