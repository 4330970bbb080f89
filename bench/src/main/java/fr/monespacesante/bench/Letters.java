package fr.monespacesante.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Mails of a given size, as a laboratory writes them: a text, and a PDF that nothing can compress. No two are alike.
final class Letters {
    private static final int KINDS = 16;
    private static final String BOUNDARY = "----=_banc_20261122";

    private final List<byte[]> bodies = new ArrayList<>();
    private final String from;

    /// @param size of a whole mail in bytes, at least 4,000
    Letters(String from, int size) {
        this.from = from;
        int pdf = (size - 1_200) / 78 * 57;
        for (int i = 0; i < KINDS; i++) {
            byte[] file = Pdf.random(Math.max(1_000, pdf), new Random(i));
            bodies.add(Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encode(file));
        }
    }

    byte[] letter(String to, long number) {
        String head = """
                From: Laboratoire des Minimes <%1$s>\r
                To: <%2$s>\r
                Subject: =?UTF-8?Q?Vos_r=C3=A9sultats_%3$d?=\r
                Date: Sun, 22 Nov 2026 08:00:00 +0000\r
                Message-ID: <%4$s@minimes.mssante.example>\r
                X-MSS-NIL: BANC/1\r
                X-MSS-INS: N\r
                MIME-Version: 1.0\r
                Content-Type: multipart/mixed; boundary="%5$s"\r
                \r
                --%5$s\r
                Content-Type: text/plain; charset=UTF-8\r
                Content-Transfer-Encoding: 8bit\r
                \r
                Bonjour,\r
                \r
                vos résultats du jour portent le numéro %3$d. Votre médecin les a reçus aussi.\r
                \r
                --%5$s\r
                Content-Type: application/pdf; name="resultats-%3$d.pdf"\r
                Content-Disposition: attachment; filename="resultats-%3$d.pdf"\r
                Content-Transfer-Encoding: base64\r
                \r
                """.formatted(from, to, number, UUID.randomUUID(), BOUNDARY);
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] body = bodies.get((int) (number % KINDS));
        byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] mail = new byte[before.length + body.length + after.length];
        System.arraycopy(before, 0, mail, 0, before.length);
        System.arraycopy(body, 0, mail, before.length, body.length);
        System.arraycopy(after, 0, mail, before.length + body.length, after.length);
        return mail;
    }
}
