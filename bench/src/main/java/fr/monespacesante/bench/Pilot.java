package fr.monespacesante.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The people of a pilot, all invented: three departments, nearly a quarter of them minors with both their
/// parents in the file. Each is made of a number alone, so that a file of any size is written without
/// keeping anybody.
///
/// @param emails in a hundred, those who have an e-mail address
record Pilot(int people, int emails) {
    private static final String HEADER =
            "ins;ins_oid;birth_family_name;birth_given_names;used_family_name;used_given_name;sex;birth_date;"
                    + "birth_place_cog;scheme;address_lines;postal_code;city;email;phone;vitale_serial;representatives\n";
    private static final String[] FAMILY = {
        "MARTEL",
        "DUPRE",
        "LEFORT",
        "GARNIER",
        "ROUSSIN",
        "BLANCHET",
        "CARPENTIER",
        "NOËL",
        "BÉRANGER",
        "LE GOFF",
        "FAURE",
        "MERCIER",
        "CHEVALIER",
        "BENSAÏD",
        "DA SILVA",
        "NGUYEN",
        "PETITJEAN",
        "VASSEUR",
        "LAMBERTIN"
    };
    private static final String[] WOMEN = {"Anne", "Lucie", "Inès", "Marguerite", "Zoé", "Fatou", "Élodie", "Jeanne"};
    private static final String[] MEN = {"Paul", "Hugo", "Rayan", "Étienne", "Yann", "Mamadou", "Loïc", "Marcel"};
    private static final String[] STREETS = {"rue des Lilas", "avenue de la Gare", "impasse du Moulin", "place Haute"};
    /// Shares of the three departments in a hundred people.
    private static final int FIRST = 41;

    private static final int SECOND = 83;
    /// Of nine people in a row, the last two are children of the two before the last five.
    private static final int ROW = 9;

    /// @return bytes written
    long write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            StringBuilder line = new StringBuilder(300);
            for (int i = 0; i < people; i++) {
                line.setLength(0);
                line(i, line);
                out.append(line);
            }
        }
        return Files.size(file);
    }

    static boolean isChild(int i) {
        return i % ROW >= ROW - 2;
    }

    static String ins(int i) {
        String sex = i % 2 == 0 ? "2" : "1";
        int number = isChild(i) ? i / 192 : i / 924;
        String thirteen = sex + "%02d%02d%s%03d".formatted(year(i) % 100, month(i), cog(i), 1 + number % 990);
        return thirteen + "%02d".formatted(97 - Long.parseLong(thirteen) % 97);
    }

    private static int year(int i) {
        return isChild(i) ? 2009 + i % 16 : 1930 + i % 77;
    }

    private static int month(int i) {
        return 1 + (isChild(i) ? i / 16 : i / 77) % 12;
    }

    /// The place of birth is in the department, another one for each thousand of the same month.
    private static String cog(int i) {
        int number = isChild(i) ? i / 192 : i / 924;
        return department(i) + "%03d".formatted(1 + number / 990 % 500);
    }

    static String department(int i) {
        int share = (int) ((i / (long) ROW) * 37 % 100);
        return share < FIRST ? "31" : share < SECOND ? "44" : "80";
    }

    private void line(int i, StringBuilder line) {
        boolean woman = i % 2 == 0;
        String family = FAMILY[(i / ROW) % FAMILY.length];
        String given = woman ? WOMEN[i / 2 % WOMEN.length] : MEN[i / 2 % MEN.length];
        String department = department(i);
        line.append(ins(i))
                .append(";1.2.250.1.213.1.4.10;")
                .append(family)
                .append(';')
                .append(given);
        line.append(';')
                .append(family)
                .append(';')
                .append(given)
                .append(';')
                .append(woman ? 'F' : 'M')
                .append(';');
        line.append(year(i))
                .append(month(i) < 10 ? "-0" : "-")
                .append(month(i))
                .append("-1")
                .append(i % 9);
        line.append(';').append(cog(i)).append(";01;");
        line.append(1 + i % 97).append(' ').append(STREETS[i % STREETS.length]).append(';');
        line.append(department)
                .append(i % 2 == 0 ? "000" : "100")
                .append(";Ville-")
                .append(department)
                .append(';');
        if (!isChild(i) && i % 100 < emails) {
            line.append("pilote-").append(i).append("@courriel.test");
        }
        line.append(";;").append(String.format("%011d", 60_000_000_000L + i)).append(';');
        if (isChild(i)) {
            int row = i - i % ROW;
            line.append(ins(row)).append('|').append(ins(row + 1));
        }
        line.append('\n');
    }
}
