"""Phones in the room and the page for the projector; starlette, uvicorn, segno and itsdangerous are known only here."""
