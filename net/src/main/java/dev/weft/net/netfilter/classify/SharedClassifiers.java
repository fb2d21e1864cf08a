package dev.weft.net.netfilter.classify;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The classifiers in use, so that namespaces with the same rules have one and the same. From any thread.
public final class SharedClassifiers {
    private static final ConcurrentHashMap<List<Demand>, Entry> ENTRIES = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Classifier> GONE = new ReferenceQueue<>();

    private SharedClassifiers() {}

    public static Classifier of(List<Demand> demands) {
        forgetUnused();
        Entry known = ENTRIES.get(demands);
        Classifier classifier = known == null ? null : known.get();
        if (classifier == null) {
            List<Demand> key = List.copyOf(demands);
            classifier = Classifier.of(key);
            ENTRIES.put(key, new Entry(key, classifier));
        }
        return classifier;
    }

    private static void forgetUnused() {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            if (gone instanceof Entry entry) {
                ENTRIES.remove(entry.demands, entry);
            }
        }
    }

    private static final class Entry extends WeakReference<@Nullable Classifier> {
        private final List<Demand> demands;

        Entry(List<Demand> demands, Classifier classifier) {
            super(classifier, GONE);
            this.demands = demands;
        }
    }
}
