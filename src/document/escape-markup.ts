// Makes text safe between tags and inside quoted attributes, of XML and HTML alike.

/** The text with `& < > " '` as character references. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
