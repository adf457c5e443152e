// Where the page of live sessions lies in the admin.
export const TERMINAL_PATH = '/terminal'
