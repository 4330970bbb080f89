package fr.monespacesante.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Messages as they come, written as text.
final class Messages {
    static final byte[] PDF = "%PDF-1.4\n% compte rendu\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Messages() {}

    /// Lines end with `\n` here and with CRLF in the message.
    static byte[] of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    static byte[] of(String text, Charset charset) {
        return text.replace("\n", "\r\n").getBytes(charset);
    }

    static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes).replace("\r\n", "\n");
    }

    /// From a laboratory, with these further headers and this body.
    static byte[] fromLaboratory(String headersAndBody) {
        return of("""
                Received: from a.mssante.example by b.mssante.example; Fri, 20 Nov 2026 09:14:03 +0100
                Received: from poste by a.mssante.example; Fri, 20 Nov 2026 09:14:02 +0100
                From: =?UTF-8?Q?Laboratoire_des_Minimes_=E2=80=93_r=C3=A9sultats?= <Labo@Minimes.mssante.example>
                To: 284053155512379@patient.mssante.fr
                Subject: =?utf-8?B?Vm9zIHLDqXN1bHRhdHMgZA==?= =?utf-8?B?ZSBiaW9sb2dpZQ==?=
                Date: Fri, 20 Nov 2026 09:14:01 +0100 (CET)
                Message-ID: <20261120091401.17@minimes.mssante.example>
                """ + headersAndBody);
    }

    /// A winmail.dat as Outlook makes it, with words and one file.
    static byte[] winmail(String words, String name, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        little(out, 0x223E9F78, 4);
        little(out, 1, 2);
        attribute(out, 1, 0x0002800C, (words + "\0").getBytes(Charset.forName("windows-1252")));
        attribute(out, 2, 0x00069002, new byte[14]);
        attribute(out, 2, 0x00018010, (name + "\0").getBytes(StandardCharsets.US_ASCII));
        attribute(out, 2, 0x0006800F, file);
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int level, int id, byte[] data) {
        out.write(level);
        little(out, id, 4);
        little(out, data.length, 4);
        out.writeBytes(data);
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xFF;
        }
        little(out, sum & 0xFFFF, 2);
    }

    private static void little(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> (8 * i));
        }
    }
}
