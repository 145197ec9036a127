"""A phone in the room: the verbs of a participant, on pages that know nothing of Streamlit."""

from playwright.sync_api import expect

from assessment.texts.language import language


class Phone:
    """One participant's phone. `key` is what the QR code carries beside the code."""

    def __init__(self, context, server, join_code, *, code="sv"):
        self.context = context
        self.server = server
        self.join_code = join_code
        self.language = language(code)
        self.errors = []
        self.outside = []
        context.on("weberror", lambda failure: self.errors.append(str(failure.error)))
        context.on("request", self._note)
        self.page = context.new_page()

    def _note(self, request):
        if not request.url.startswith((self.server.url, "data:")):
            self.outside.append(request.url)

    @property
    def address(self):
        return f"{self.server.url}/d/{self.join_code.code}"

    def scan(self):
        self.page.goto(f"{self.address}?n={self.join_code.key}&lang={self.language.code}")

    def join(self, role, name=""):
        """Scan the code, choose a role, go in."""
        self.scan()
        self.page.get_by_role("checkbox", name=role).check(force=True)
        if name:
            self.page.get_by_role("textbox").fill(name)
        self.page.get_by_role("button", name=self.language.text("Join")).click()
        expect(self.page.get_by_role("checkbox")).to_have_count(0)

    def reload(self):
        self.page.reload()

    def choose(self, code):
        self.page.locator(f'input[name=svar][value="{code}"]').check(force=True)

    def vote(self, code):
        """Choose, send, and wait for the receipt."""
        self.choose(code)
        self.page.locator("main .send button").click()
        self.sees_receipt()

    def sees_receipt(self):
        expect(self.page.locator(".receipt.saved")).to_be_visible()

    @property
    def chosen(self):
        checked = self.page.locator("input[name=svar]:checked")
        return checked.get_attribute("value") if checked.count() else None

    def sees_question(self, text):
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)
        expect(self.page.locator("input[name=svar]")).to_have_count(7)

    def sees(self, sentence, **parameters):
        expect(self.page.get_by_text(self.language.text(sentence, **parameters)).first).to_be_visible()
