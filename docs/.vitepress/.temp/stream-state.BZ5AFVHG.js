const TRANSITIONS = {
  idle: {
    "send headers": "open",
    "receive headers": "open"
  },
  open: {
    "send headers": "open",
    "receive headers": "open",
    "send data": "open",
    "receive data": "open",
    "send end": "half-closed-local",
    "receive end": "half-closed-remote",
    "send reset": "closed",
    "receive reset": "closed"
  },
  "half-closed-local": {
    "receive headers": "half-closed-local",
    "receive data": "half-closed-local",
    "receive end": "closed",
    "send reset": "closed",
    "receive reset": "closed"
  },
  "half-closed-remote": {
    "send headers": "half-closed-remote",
    "send data": "half-closed-remote",
    "send end": "closed",
    "send reset": "closed",
    "receive reset": "closed"
  },
  closed: {}
};
function nextState(state, event) {
  return TRANSITIONS[state][event];
}
export {
  nextState as n
};
