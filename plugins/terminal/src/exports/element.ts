// The element of pages outside the admin: no framework, and no code of the admin.
export * from '../client/index.ts'
