// Gives the worker's event loop a turn: messages of the page, timers and the network are heard there.
// setTimeout is clamped to 4 ms when it nests; a message to oneself is not.
const turn = new MessageChannel();
const waiting: (() => void)[] = [];
turn.port1.onmessage = () => waiting.shift()?.();

export function yieldToHost(resume: () => void): void {
  waiting.push(resume);
  turn.port2.postMessage(null);
}
