// How many have come, for a wall: two numbers asked for every four seconds.
export function init(line) {
  setInterval(async () => {
    try {
      const { people, votes } = await (await fetch(line.dataset.counts)).json();
      line.querySelector('[data-people]').textContent = people;
      line.querySelector('[data-votes]').textContent = votes;
    } catch { /* the next try may find the network again */ }
  }, 4000);
}
