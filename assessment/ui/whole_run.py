"""What an open window sends, turned into a wish for the whole page."""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg


def from_the_start(sent: bytes) -> bytes:
    """Without the part of the page that was to run, and without what was clicked: buttons act before the page asks who
    is there. What is no wish for a run becomes a wish to stop.
    """
    message = BackMsg()
    try:
        message.ParseFromString(sent)
    except DecodeError:
        return sent  # Streamlit closes the connection
    if message.WhichOneof("type") != "rerun_script":
        return bytes(BackMsg(stop_script=True).SerializeToString())
    for field in ("fragment_id", "widget_states"):
        message.rerun_script.ClearField(field)
    return bytes(message.SerializeToString())
