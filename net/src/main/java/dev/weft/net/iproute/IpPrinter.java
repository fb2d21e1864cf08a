package dev.weft.net.iproute;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Prints a command's findings as text or as JSON from the same calls, in iproute2's layout of both.
///
/// A value has a key for JSON and a format for text, in which `%s` (or any conversion of [Formatter]) stands for it;
/// a `null` key makes it an element of the JSON array that is open. [#text] goes to text only, [#json] to JSON only.
public final class IpPrinter {
    private final StringBuilder buffer = new StringBuilder();
    private final Consumer<String> sink;
    private final String lineEnd;
    private final boolean color;
    private final boolean dark;
    private final boolean json;
    private final boolean pretty;
    private @Nullable JsonWriter writer;

    /// @param sink  takes what is printed, a piece at each [#flush]
    /// @param color colours are wanted and the terminal, if asked for, is one
    /// @param dark  the terminal's background is dark
    public IpPrinter(Consumer<String> sink, IpOptions options, boolean color, boolean dark) {
        this.sink = sink;
        this.lineEnd = options.lineEnd();
        this.json = options.json();
        this.pretty = options.pretty();
        this.color = color && !json;
        this.dark = dark;
    }

    public IpPrinter(Consumer<String> sink, IpOptions options) {
        this(sink, options, options.color() == IpOptions.Color.ALWAYS, false);
    }

    // ---- shape

    /// Begins the answer: with `-j` the array of its objects (iproute2: `new_json_obj`).
    public void begin() {
        if (json) {
            writer = new JsonWriter(buffer, pretty);
            writer.openArray();
        }
    }

    /// Ends what [#begin] began.
    public void end() {
        if (writer != null) {
            writer.closeArray();
            buffer.append('\n');
            writer = null;
        }
        flush();
    }

    /// Is JSON being written now?
    public boolean isJson() {
        return writer != null;
    }

    public void openObject() {
        if (writer != null) {
            writer.openObject();
        }
    }

    public void openObject(String key) {
        if (writer != null) {
            writer.name(key);
            writer.openObject();
        }
    }

    public void closeObject() {
        if (writer != null) {
            writer.closeObject();
        }
    }

    public void openArray(String key) {
        if (writer != null) {
            writer.name(key);
            writer.openArray();
        }
    }

    /// Opens an array in JSON, where text shows `text` instead.
    public void openArray(String key, String text) {
        openArray(key);
        text(text);
    }

    public void closeArray() {
        if (writer != null) {
            writer.closeArray();
        }
    }

    public void closeArray(String text) {
        closeArray();
        text(text);
    }

    // ---- values for both

    public void print(@Nullable String key, String format, String value) {
        print(null, key, format, value);
    }

    public void print(@Nullable TextColor in, @Nullable String key, String format, String value) {
        if (writer != null) {
            name(writer, key).string(value);
        } else {
            append(in, format, value);
        }
    }

    public void print(@Nullable String key, String format, long value) {
        if (writer != null) {
            name(writer, key).raw(Long.toString(value));
        } else {
            append(null, format, value);
        }
    }

    /// A number that is written already, such as `12.34`.
    public void printDecimal(@Nullable String key, String format, String digits) {
        if (writer != null) {
            name(writer, key).raw(digits);
        } else {
            append(null, format, digits);
        }
    }

    /// `true` or `false`, in text too.
    public void print(@Nullable String key, String format, boolean value) {
        if (writer != null) {
            name(writer, key).raw(Boolean.toString(value));
        } else {
            append(null, format, value);
        }
    }

    /// `on` or `off` in text, a truth value in JSON.
    public void onOff(@Nullable String key, String format, boolean value) {
        if (writer != null) {
            name(writer, key).raw(Boolean.toString(value));
        } else {
            append(null, format, value ? "on" : "off");
        }
    }

    /// A fact that text states by its words alone and JSON by `null`.
    public void printNull(@Nullable String key, String text) {
        if (writer != null) {
            name(writer, key).raw("null");
        } else {
            text(text);
        }
    }

    /// A number of 64 bits without sign.
    public void printUnsigned(@Nullable String key, String format, long value) {
        if (writer != null) {
            name(writer, key).raw(Long.toUnsignedString(value));
        } else {
            append(null, format, Long.toUnsignedString(value));
        }
    }

    /// A number that JSON shows as a string of hexadecimal digits without `0x` (iproute2: `print_hex`).
    public void printHex(@Nullable String key, String format, int value) {
        if (writer != null) {
            name(writer, key).string(Integer.toHexString(value));
        } else {
            append(null, format, value);
        }
    }

    /// A number that JSON shows as a string such as `0x1f`, and text likewise where the format says `%s`.
    public void print0xHex(@Nullable String key, String format, long value) {
        String hex = value == 0 ? "0" : "0x" + Long.toHexString(value);
        if (writer != null) {
            name(writer, key).string(hex);
        } else {
            append(null, format, format.contains("%s") ? hex : (Object) value);
        }
    }

    /// `name value ` in text, `"name":"value"` in JSON (iproute2: `print_string_name_value`).
    public void nameValue(String name, String value) {
        if (writer != null) {
            name(writer, name).string(value);
        } else {
            text(name + " " + value + " ");
        }
    }

    // ---- values for one

    public void text(String text) {
        if (writer == null) {
            buffer.append(text);
        }
    }

    /// The end of a line within an object, which `-o` shows as a backslash.
    public void newLine() {
        text(lineEnd);
    }

    public void json(String key, String value) {
        if (writer != null) {
            name(writer, key).string(value);
        }
    }

    public void json(String key, long value) {
        if (writer != null) {
            name(writer, key).raw(Long.toString(value));
        }
    }

    public void json(String key, boolean value) {
        if (writer != null) {
            name(writer, key).raw(Boolean.toString(value));
        }
    }

    /// Hands over what was printed so far, as after every object of a long answer and every event.
    public void flush() {
        if (!buffer.isEmpty()) {
            sink.accept(buffer.toString());
            buffer.setLength(0);
        }
    }

    private static JsonWriter name(JsonWriter writer, @Nullable String key) {
        if (key != null) {
            writer.name(key);
        }
        return writer;
    }

    private void append(@Nullable TextColor in, String format, Object value) {
        if (in != null && color) {
            buffer.append(in.wrap(format(format, value), dark));
        } else {
            buffer.append(format(format, value));
        }
    }

    /// Most formats hold one plain `%s`, `%d` or `%b`, which needs no [Formatter].
    private static String format(String format, Object value) {
        int at = format.indexOf('%');
        boolean plain = at >= 0
                && at + 1 < format.length()
                && "sdb".indexOf(format.charAt(at + 1)) >= 0
                && format.indexOf('%', at + 2) < 0;
        return plain ? format.substring(0, at) + value + format.substring(at + 2) : String.format(format, value);
    }
}
