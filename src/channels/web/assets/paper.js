// The document's page: its button prints it.

const button = document.getElementById('print')
button.hidden = false
button.addEventListener('click', () => print())
