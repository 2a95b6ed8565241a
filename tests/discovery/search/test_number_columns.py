"""The numbers by which engines sort and group."""

from hypothesis import given
from hypothesis import strategies as st

from discovery.search.number_columns import order_beginning, order_columns, order_numbers, text_number

orders = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(str.encode)


@given(orders, orders)
def test_an_order_s_numbers_sort_as_its_first_24_bytes_do(one: bytes, other: bytes) -> None:
    first, second = (order.ljust(24, b"\0")[:24] for order in (one, other))
    assert (order_numbers(one) < order_numbers(other)) == (first < second)
    assert (order_numbers(one) == order_numbers(other)) == (first == second)


@given(orders)
def test_an_order_has_a_number_of_64_bits_for_each_of_its_columns(order: bytes) -> None:
    numbers = order_numbers(order)
    assert len(numbers) == len(order_columns("title_order")) == len(order_columns("author_order"))
    assert all(-(2**63) <= number < 2**63 for number in numbers)


@given(orders)
def test_orders_with_the_same_numbers_have_the_beginning_that_these_tell(order: bytes) -> None:
    beginning = order_beginning(order_numbers(order)).encode()
    assert order.startswith(beginning)
    assert len(order.rstrip(b"\0")[:24]) - len(beginning) < 4


def test_a_text_s_number_is_the_same_wherever_and_whenever_it_is_made() -> None:
    assert (text_number("sejarah"), text_number("Sejarah")) == (8768267981570428797, 3512252495082025065)
