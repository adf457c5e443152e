// Development only: loads the page again when a style sheet or an island changed.
const changes = new EventSource('/_dev/changes')
changes.addEventListener('message', () => location.reload())
