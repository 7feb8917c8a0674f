// The tables' page as a browser without a screen reads it: the fields that each cell's form would post.

/** By name, with what stands in them; none where the page has no form for this cell. */
export const fieldsOf = (page: string, cell: string): Record<string, string> => {
  const form =
    (page.match(/<form[\s\S]*?<\/form>/g) ?? []).find(each => each.includes(`value="${cell}"`)) ?? ''
  const fields = [...form.matchAll(/name="(\w+)"\s+value="([^"]*)"/g)]
  return Object.fromEntries(
    fields.map(([, name, value]) => [name ?? '', value?.replaceAll('&quot;', '"') ?? '']),
  )
}
