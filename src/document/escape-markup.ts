// Makes text safe between tags and inside quoted attributes, of XML and HTML alike. By hand, for `hono/html` knows no
// XML, may give a promise, and would bring the web's library into a pure room.

/** The text with `& < > " '` as character references. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
