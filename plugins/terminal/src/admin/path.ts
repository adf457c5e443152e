// Where the plugin's own pages lie in the admin.
export const TERMINAL_PATH = '/terminal'
export const INSIGHTS_PATH = '/terminal/insights'
