"""思想解放闭环 (S-128): an idea goes through five stations before it may become a project."""

from ...procedures.table import Move, Table
from . import conditions as when
from . import people as who

# fmt: off
PATH = Table(
    name="path",
    label="想法到项目",
    states={
        "view": "开阔视野",
        "thought": "辩证思考",
        "values": "价值判断",
        "facts": "实地求证",
        "theory": "理论结合",
        "ready": "等定为项目",
        "project": "成为工作项目",
        "dropped": "放下了",
    },
    initial="view",
    moves=(
        Move("write_view", "写：看到了什么新做法", ("view",), "thought", who.thinker, form=True, phase="察",
             says="开阔视野"),
        Move("write_thought", "写：两面怎么看", ("thought",), "values", who.thinker, form=True, phase="察",
             says="辩证思考"),
        Move("write_values", "写：为了谁、值不值", ("values",), "facts", who.thinker, form=True, phase="察",
             says="价值判断"),
        Move("write_facts", "写：到实地看到了什么", ("facts",), "theory", who.thinker, form=True, phase="察",
             says="实地求证"),
        Move("skip_facts", "先不去实地", ("facts",), "theory", who.thinker, form=True, phase="察",
             says="先没有到实地"),
        Move("write_later_facts", "补：到实地看到了什么", ("theory", "ready"), None, who.thinker, form=True,
             phase="察", says="补上实地求证"),
        Move("write_theory", "写：道理和政策怎么说", ("theory",), "ready", who.thinker, form=True, phase="察",
             says="理论结合"),
        Move("make_project", "定为工作项目", ("ready",), "project", who.office,
             when=(when.seen_in_the_field,), form=True, phase="办", says="想法成为工作项目",
             basis="没有实地求证的想法不能成为工作项目"),
        Move("drop_path", "放下", ("view", "thought", "values", "facts", "theory", "ready"), "dropped",
             who.thinker, form=True, refusal=True, phase="察", says="放下了这个想法"),
    ),
    final=frozenset({"project", "dropped"}),
)
# fmt: on
