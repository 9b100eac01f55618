"""What is pasted keeps its words and its numbering, and loses Word's rubbish."""

from __future__ import annotations

import pytest

from shangliang.engines.papers.intake import UploadRefused, clean_pasted_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p.MsoNormal {mso-style-parent:"";} --></style><!--[if gte mso 9]><xml><w:WordDocument>
<w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN>
<!--StartFragment--><p class=MsoNormal style='mso-char-indent-count:2.0'><st1:place w:st="on">近年来</st1:place>，
老旧<b>小区</b><span lang=EN-US>20</span>个。<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>修路</p>
<p class=MsoListParagraph><![if !supportLists]><span><span style='mso-list:Ignore'>2.</span></span><![endif]>种树</p>
<table class=MsoTable><tr><td><p class=MsoNormal>城区</p></td><td><p>数量</p></td></tr><tr><td>东城</td><td>12</td></tr></table>
<p><v:shape id="a"><v:imagedata src="file:///C:/a.png"/></v:shape><img src="file:///C:/a.png"></p>
<!--EndFragment--></body></html>"""


def test_word_rubbish_goes_and_text_stays():
    text, dropped = clean_pasted_html(WORD)
    assert text.splitlines() == [
        "近年来，老旧小区20个。",
        "1. 修路",
        "2.种树",
        "城区 | 数量",
        "东城 | 12",
    ]
    assert dropped == ["图片 2 处"]


@pytest.mark.parametrize(
    "html, text, dropped",
    [
        ("<p>甲</p><script>alert(1)</script><p>乙</p>", "甲\n乙", ["脚本 1 处"]),
        ("<ol><li>甲<li>乙</ol><ul><li>丙</ul>", "1. 甲\n2. 乙\n丙", []),
        ("<ol start=3><li>甲</li></ol>", "3. 甲", []),
        ("甲<br>乙", "甲\n乙", []),
        ("<p>甲<span style='display:none'>藏</span></p>", "甲", ["隐藏的文字 1 处"]),
        ("<p onclick=x()>甲&lt;script&gt;</p>", "甲<script>", []),
        ("<iframe src=x>a</iframe><p>甲", "甲", ["嵌入的网页 1 处"]),
        ("<svg><text>藏</text></svg>甲", "甲", ["图形 1 处"]),
        ("纯文字", "纯文字", []),
        ("", "", []),
        ("<p>未闭合<b>甲<table><tr><td>乙", "未闭合甲\n乙", []),
        ("<!-- <p>藏</p> -->甲<!--", "甲", []),
        ("<p>林㛃、周䶮、吴𬱖 {{7*7}}</p>", "林㛃、周䶮、吴𬱖 {{7*7}}", []),
    ],
)
def test_each_kind_of_paste(html, text, dropped):
    assert clean_pasted_html(html) == (text, dropped)


@pytest.mark.parametrize("tag", ["div", "b", "table", "span"])
def test_markup_that_is_nested_out_of_all_reason_is_refused(tag):
    with pytest.raises(UploadRefused, match="too_deep"):
        clean_pasted_html(f"<{tag}>" * 3_000)
