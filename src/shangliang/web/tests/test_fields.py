"""A field ties its label, help, error and control together, and never cuts what was typed."""

from django import forms

from shangliang.web.tagkit import fields


class Sample(forms.Form):
    title = forms.CharField(label="案由", help_text="一句话", max_length=20)
    body = forms.CharField(label="情况", max_length=5, widget=forms.Textarea)
    kind = forms.ChoiceField(
        label="种类", choices=[("a", "甲"), ("b", "乙")], widget=forms.RadioSelect
    )
    agree = forms.BooleanField(label="同意公开", required=False)
    paper = forms.FileField(label="原文", required=False)
    unit = forms.ChoiceField(label="单位", choices=[("", "—")], required=False)


def test_help_and_error_are_named_by_the_control_and_stand_on_the_page():
    html = fields.field(Sample(data={})["title"])
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="form-control"' in html


def test_help_given_in_the_template_is_described_too():
    html = fields.field(Sample()["body"], help="写清数字")
    assert 'aria-describedby="id_body_helptext"' in html
    assert "写清数字" in html


def test_a_long_text_is_counted_and_never_cut_by_the_browser():
    html = fields.field(Sample(data={"body": "超过五个字的文字"})["body"])
    assert "maxlength" not in html
    assert 'data-max="5"' in html
    assert "超过五个字的文字" in html


def test_choices_are_native_controls_in_a_named_group_with_their_help():
    html = fields.field(Sample(data={"kind": "b"})["kind"], option_help={"a": "五日内答复"})
    assert "<fieldset" in html
    assert "<legend" in html
    assert 'for="id_kind_0"' in html
    assert "<small>五日内答复</small>" in html
    assert html.count("checked") == 1


def test_many_ticks_are_small_cards_that_are_found_by_a_word_and_few_stay_rows():
    class Units(forms.Form):
        many = forms.MultipleChoiceField(
            label="单位",
            choices=[(str(n), f"单位{n}") for n in range(30)],
            widget=forms.CheckboxSelectMultiple,
        )
        few = forms.MultipleChoiceField(
            label="方式", choices=[("a", "甲")], widget=forms.CheckboxSelectMultiple
        )

    html = fields.field(Units()["many"])
    assert 'class="pick" data-tick-find="单位"' in html
    assert "data-tick-find" not in fields.field(Units()["few"])
    assert 'class="opt"' in fields.field(Units()["few"])


def test_optional_fields_say_so_and_required_ones_do_not():
    assert "可不填" in fields.field(Sample()["unit"])
    assert "可不填" not in fields.field(Sample()["title"])


def test_a_tick_has_its_words_beside_it():
    html = fields.field(Sample()["agree"])
    assert '<label class="check" for="id_agree">' in html


def test_a_file_field_tells_its_limit_to_the_reader_and_to_the_script():
    html = fields.upload(Sample()["paper"], kinds="Word", max_mb=2)
    assert 'data-max-bytes="2097152"' in html
    assert "不超过 2 MB" in html


def test_template_words_become_attributes():
    html = fields.field(Sample()["title"], data_paste_url="/clean/", size="w-m")
    assert 'data-paste-url="/clean/"' in html
    assert 'class="form-control w-m"' in html


def test_typed_markup_comes_back_as_text():
    html = fields.field(Sample(data={"title": "<script>x</script>"})["title"])
    assert "<script>" not in html


def test_the_summary_counts_every_error_and_links_to_the_first_choice():
    form = Sample(data={"title": "好"})
    assert fields.error_count(form) == 2
    assert fields.first_control_id(form["kind"]) == "id_kind_0"
    assert fields.first_control_id(form["title"]) == "id_title"
