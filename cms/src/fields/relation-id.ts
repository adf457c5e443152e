// The id of a related document, however deep it was read.

export const idOf = (relation: string | { id: string }): string =>
  typeof relation === 'string' ? relation : relation.id
