"""Coming into a round with a code: a seat, the questions, thanks. Nothing else can be seen here."""

from functools import partial

import streamlit as st

from landscape.ui import context, readiness_answer, readiness_joining, readiness_joining_live

store = context.open_store()
seat = st.query_params.get(context.SEAT)

if seat is None:
    readiness_joining.front_door(store)
    st.stop()

read = partial(readiness_joining.desk_of, store, seat)
desk = readiness_joining.seated(store, seat)
if readiness_joining_live.is_live(desk):
    readiness_joining_live.room(read)
elif readiness_joining.is_answering(desk):
    by_oneself = partial(readiness_joining_live.by_oneself, read)
    readiness_answer.screens(by_oneself, readiness_joining.finish)
    readiness_joining.keep_this_address()
    if readiness_joining_live.may_begin(desk):
        readiness_joining_live.watch_before(read)
else:
    readiness_joining.thanks(desk)
    if not readiness_joining_live.is_over(desk):
        readiness_joining_live.watch_afterwards(read)
