// The address of a message's document.

export const fileUrl = (id: string, name: string): string => `/chat/files/${id}/${encodeURIComponent(name)}`
