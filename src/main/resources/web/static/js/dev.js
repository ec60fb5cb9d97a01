// Only while somebody works on the collection or the program: loads the page again when the server says that something
// changed, and shows what is wrong with a file that was saved.
const events = new EventSource('/dev/events');
let shown = null;

events.addEventListener('state', (event) => {
  if (shown !== null && shown !== event.data) {
    location.reload();
  }
  shown = event.data;
});

events.addEventListener('problem', (event) => {
  console.error(event.data);
  let box = document.getElementById('saved-problem');
  if (!box) {
    box = document.createElement('pre');
    box.id = 'saved-problem';
    box.style.whiteSpace = 'pre-wrap';
    box.className = 'problem';
    box.setAttribute('role', 'alert');
    document.querySelector('main').prepend(box);
  }
  box.textContent = event.data;
});
