"""What a run on GitHub left, as data from strangers: read in memory, in bounds, and neither printed nor run."""
import io
import json
import subprocess
import sys
import zipfile
import zlib
from contextlib import contextmanager

# What the library raises of an archive that is none.
UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)


class Refused(Exception):
    """The artifact is not what the steps write."""


class Silent(Exception):
    """There is nothing to post."""


def gh(*words, body=None, timeout=60):
    """What the command for GitHub says, as bytes; nothing where it fails."""
    words = ["gh", *words, *([] if body is None else ["--input", "-"])]
    data = b"" if body is None else json.dumps(body).encode()
    done = subprocess.run(words, input=data, stdout=subprocess.PIPE, timeout=timeout)
    return done.stdout if done.returncode == 0 else None


def api(*words, body=None, most=8 * 1024 * 1024, timeout=60):
    """What GitHub's API answers, as bytes."""
    said = gh("api", *words, body=body, timeout=timeout)
    if said is None:
        raise OSError("GitHub did not answer")
    if len(said) > most:
        raise Refused("the answer is too large")
    return said


def left(repository, run, name=None):
    """What a run left, by name; a run that was repeated has one of each attempt, of which the last counts."""
    query = f"name={name}&" if name else ""
    listed = json.loads(api(f"repos/{repository}/actions/runs/{run}/artifacts?{query}per_page=100"))["artifacts"]
    found = sorted((one for one in listed if not one["expired"]), key=lambda one: one["id"])
    return {one["name"]: one for one in found if name in (None, one["name"])}


def archive(repository, artifact, most, timeout=60):
    """An artifact, zipped."""
    if artifact["size_in_bytes"] > most:
        raise Refused("the artifact is too large")
    return api(f"repos/{repository}/actions/artifacts/{int(artifact['id'])}/zip", most=most, timeout=timeout)


@contextmanager
def opened(data):
    """An archive. No file of it is written."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            yield zipped
    except UNREADABLE as error:
        raise Refused("the artifact cannot be read") from error


def read(zipped, entry, most):
    """A file of an archive."""
    with zipped.open(entry) as file:
        # What an entry says of its own size is not to be trusted.
        content = file.read(most + 1)
    if len(content) > most:
        raise Refused("a file of the artifact is too large")
    return content


def ended(post):
    """The exit status of what posts: 0 done, or nothing to do; 1 refused; 2 GitHub did not answer."""
    try:
        print(post())
    except Silent as reason:
        print(f"nothing posted: {reason}")
    except Refused as reason:
        print(f"refused: {reason}", file=sys.stderr)
        return 1
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"failed: {error}", file=sys.stderr)
        return 2
    return 0
