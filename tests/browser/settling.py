"""When a page of Streamlit is at rest: scripts that run in the page."""

# Notes when the page asks its server to run the script (0x5A begins that message), and when it hears of it again.
# Without this a page that has asked, but not yet been answered, looks like one where nothing happens.
WATCHED = """(() => {
  const send = WebSocket.prototype.send;
  const known = new WeakSet();
  WebSocket.prototype.send = function (data) {
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener("message", () => { window.heard = performance.now(); });
      this.addEventListener("close", () => { window.asked = null; window.lost = performance.now(); });
    }
    if (data?.[0] === 0x5A) window.asked = performance.now();
    return send.call(this, data);
  };
})()"""
# After the connection was lost the server has told something again: that it runs the script.
BACK = "() => window.heard > window.lost"
# Nothing runs on the server or is about to, and no part of the page still waits for its script.
# A run so short that it was never seen is over when the server has answered and been silent for a while.
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testConnectionState !== "CONNECTED") return false;
  if (app.dataset.testScriptState !== "notRunning") {
    if (window.heard > window.asked) window.asked = null;
    return false;
  }
  const silence = performance.now() - window.heard;
  if (window.asked && !(window.heard > window.asked && silence > 100)) return false;
  return !document.querySelector('[data-testid="stSkeleton"]');
}"""
