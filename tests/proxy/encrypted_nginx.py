"""nginx as it is when somebody has followed what deploy/nginx.conf.template says about encryption."""

import re
import time
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.proxy.nginx import Nginx
from tests.serving import HOST, PATIENCE, free_port


class EncryptedNginx(Nginx):
    def __init__(self, folder, pair):
        super().__init__(folder, pair)
        self.port = free_port()
        self.certificate, self._key = self.folder / "fullchain.pem", self.folder / "privkey.pem"
        self._make_certificate()

    def template(self):
        opened = re.sub(r"# (ssl_|add_header Strict)", r"\1", super().template())
        return opened.replace("/etc/ssl/rustad", str(self.folder))

    def settings(self):
        return super().settings() | {"RUSTAD_LISTEN": f"127.0.0.1:{self.port} ssl http2"}

    def connected(self, trusted):
        """A connection, as soon as it listens."""
        deadline = time.monotonic() + PATIENCE
        while True:
            connection = HTTPSConnection(HOST, self.port, timeout=PATIENCE, context=trusted)
            try:
                connection.connect()
                return connection
            except ConnectionRefusedError:
                assert time.monotonic() < deadline
                time.sleep(0.02)

    def _make_certificate(self):
        key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
        begins = datetime.now(UTC) - timedelta(days=1)
        made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        made = made.not_valid_before(begins).not_valid_after(begins + timedelta(days=2))
        made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        signed = made.sign(key, hashes.SHA256())
        self.certificate.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
        plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        self._key.write_bytes(key.private_bytes(serialization.Encoding.PEM, *plain))
