"""What an archive copy says of itself: PDF/UA-1 beside PDF/A-3a, and which file is attached to it, once.

ISO 19005-3 wants each property that it does not know itself explained where it is used (6.6.2.3); WeasyPrint names one
standard at a time, and lists what is attached twice.
"""

from typing import Any

_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_END = b"</rdf:RDF>"


def declare(pdf: Any) -> None:
    """Complete an archive copy that is about to be written."""
    catalog = pdf.catalog
    told = pdf.objects[int(catalog["Metadata"].split()[0])]
    told.stream = [b"".join(told.stream).replace(_END, _UA + _END, 1)]
    catalog["AF"][:] = dict.fromkeys(catalog["AF"])
