// Development mode only: loads the page again when the server says that something changed.
const events = new EventSource('/dev/events');
let shown = null;

events.addEventListener('state', (event) => {
  if (shown !== null && shown !== event.data) {
    location.reload();
  }
  shown = event.data;
});

events.addEventListener('problem', (event) => console.error(event.data));
