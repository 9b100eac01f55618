"""Each predicate as a part of a Chinese sentence, for the help page."""

from ...procedures.telling import OWN_CLOCKS, SENTENCES
from . import people, when

SENTENCES.update(
    {
        people.keeper: "专委会或提案委的工作人员",
        people.learner: "要学的本人",
        people.author: "写文章的人",
        people.reader: "工作人员、政协领导；刊出以后，参加学习的人都可以",
        people.author_or_keeper: "写文章的人或工作人员",
        people.player: "答题的本人",
        people.anybody: "委员和政协机关的人",
        when.has_items: "计划里有内容",
        when.items_ended: "每一项都结束了",
        when.plan_issued: "所在的计划印发了",
        when.has_learners: "定了哪些层学、哪天前",
        when.has_text: "读文件的，放了要读的",
        when.meets: "是要到场的学习",
        when.no_activity_yet: "还没有定时间地点",
        when.has_points: "记了要点，还没有送去拆解",
        when.is_reading: "是读文件",
        when.item_open: "这一项没有结束",
        when.has_note: "写了心得",
        when.note_private: "写了心得，还没有分享",
        when.note_shared: "分享过心得",
        when.has_words: "有正文",
        when.consented: "写的人同意刊出",
        when.source_moved: "出处有了新稿",
        when.has_questions: "抽了题",
        when.not_over: "没有过结束时间",
        when.over_or_all_in: "到了结束时间",
        when.still_open: "写了可选的内容",
    }
)
OWN_CLOCKS["study"] = "学完"
