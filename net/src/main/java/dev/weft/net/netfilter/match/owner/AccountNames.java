package dev.weft.net.netfilter.match.owner;

import java.util.HashMap;
import java.util.Map;

/// The users and groups that every Debian has (base-passwd).
enum AccountNames {
    USERS("root 0 daemon 1 bin 2 sys 3 sync 4 games 5 man 6 lp 7 mail 8 news 9 uucp 10 proxy 13 www-data 33 backup 34"
            + " list 38 irc 39 _apt 42 nobody 65534"),
    GROUPS("root 0 daemon 1 bin 2 sys 3 adm 4 tty 5 disk 6 lp 7 mail 8 news 9 uucp 10 man 12 proxy 13 kmem 15"
            + " dialout 20 fax 21 voice 22 cdrom 24 floppy 25 tape 26 sudo 27 audio 29 dip 30 www-data 33 backup 34"
            + " operator 37 list 38 irc 39 src 40 shadow 42 utmp 43 video 44 sasl 45 plugdev 46 staff 50 games 60"
            + " users 100 nogroup 65534");

    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();

    AccountNames(String list) {
        String[] words = list.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            ids.put(words[i], Long.valueOf(words[i + 1]));
            names.put(Long.valueOf(words[i + 1]), words[i]);
        }
    }

    /// Its name, or its number where it has none.
    String name(long id) {
        return names.getOrDefault(id, Long.toString(id));
    }

    /// The number of what may be a name; negative when it is none.
    long id(String name) {
        return ids.getOrDefault(name, -1L);
    }
}
