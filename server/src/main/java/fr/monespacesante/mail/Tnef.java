package fr.monespacesante.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.util.StringUtil;

/// What Outlook wraps in a `winmail.dat`.
///
/// @param text the plain words, when it carries some
record Tnef(String text, List<File> files) {
    /// @param type as declared there; most often empty
    record File(String name, String type, byte[] bytes) {}

    /// Empty when it cannot be read, holds nothing, or says that it holds more than it is long.
    static Optional<Tnef> read(byte[] bytes, MailLimits limits) {
        if (!soundLengths(bytes)) {
            return Optional.empty();
        }
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
            List<File> files = new ArrayList<>();
            for (org.apache.poi.hmef.Attachment attachment : message.getAttachments()) {
                TNEFAttribute data = attachment.getAttribute(TNEFProperty.ID_ATTACHDATA);
                if (data != null && files.size() < limits.parts()) {
                    files.add(new File(name(attachment), "", data.getData()));
                }
            }
            String text = text(message);
            if (text.isBlank()
                    && message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED) instanceof MAPIRtfAttribute rtf) {
                files.add(new File("message.rtf", "text/rtf", rtf.getData()));
            }
            return files.isEmpty() && text.isBlank() ? Optional.empty() : Optional.of(new Tnef(text, files));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(HMEFMessage message) {
        TNEFAttribute body = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (body != null) {
            return Words.decode(body.getData(), "").replace("\0", "");
        }
        return message.getMessageMAPIAttribute(MAPIProperty.BODY) instanceof MAPIStringAttribute words
                ? words.getDataString().replace("\0", "")
                : "";
    }

    private static String name(org.apache.poi.hmef.Attachment attachment) {
        String name = attachment.getLongFilename();
        if (name == null || name.isBlank()) {
            TNEFAttribute title = attachment.getAttribute(TNEFProperty.ID_ATTACHTITLE);
            name = title == null ? "" : StringUtil.getFromCompressedUnicode(title.getData(), 0, title.getData().length);
        }
        return name.replace("\0", "");
    }

    /// The format is a list of attributes, each with its length: checked before anything is reserved for them.
    private static boolean soundLengths(byte[] bytes) {
        int at = 6;
        if (bytes.length < at || little(bytes, 0) != HMEFMessage.HEADER_SIGNATURE) {
            return false;
        }
        int attributes = 0;
        while (at + 9 <= bytes.length) {
            long length = little(bytes, at + 5) & 0xFFFF_FFFFL;
            if (length > bytes.length - at - 9L || ++attributes > 10_000) {
                return false;
            }
            at += 9 + (int) length + 2;
        }
        return true;
    }

    private static int little(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }
}
