package io.emaki.media;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The XMP packet of a mark. Its text depends on the provenance alone, so that equal pictures have equal hashes. */
final class XmpPacket {

    /** IPTC's extension schema, which owns DigitalSourceType. */
    private static final String IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    private static final String OWN = "urn:emaki:provenance:1#";
    /** The identifier that the XMP specification asks for in the packet wrapper. */
    private static final String PACKET_ID = "W5M0MpCehiHzreSzNTczkc9d";

    private XmpPacket() {}

    static byte[] of(Provenance provenance) {
        StringBuilder own = new StringBuilder();
        for (Map.Entry<String, String> detail : provenance.details().entrySet()) {
            own.append("   <emaki:%1$s>%2$s</emaki:%1$s>\n".formatted(detail.getKey(), escape(detail.getValue())));
        }
        return """
                <?xpacket begin="\ufeff" id="%s"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
                xmlns:Iptc4xmpExt="%s" xmlns:emaki="%s">
                   <Iptc4xmpExt:DigitalSourceType>%s</Iptc4xmpExt:DigitalSourceType>
                   <xmp:CreatorTool>%s</xmp:CreatorTool>
                %s  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>""".formatted(PACKET_ID, IPTC_EXT, OWN, provenance.source().uri(), escape(provenance.software()), own)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Characters that XML 1.0 does not know at all are left out. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c >= 0x20 && c != 0xfffe && c != 0xffff && !(c >= 0xd800 && c <= 0xdfff)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }
}
